// The terminal in plain C types: no curses name crosses this header. Every call but ct_wake and the two
// marked "first" belongs to one thread, the one that called ct_open; there is one terminal to a process.
#ifndef FIELDBOOK_CTERMINAL_H
#define FIELDBOOK_CTERMINAL_H

#include <stdbool.h>
#include <stdint.h>

typedef enum __attribute__((enum_extensibility(closed))) {
  ct_opening_ready,
  ct_opening_not_a_terminal,    // standard input or output is not one
  ct_opening_unknown_type,      // TERM is unset, or no description of it is installed
  ct_opening_cannot_move_cursor // a description without `cup`, such as TERM=dumb
} ct_opening;

typedef enum __attribute__((enum_extensibility(closed))) {
  ct_kind_nothing,   // the time ran out
  ct_kind_character, // value: a Unicode scalar, controls included
  ct_kind_key,       // value: a ct_key, or ct_key_function + n
  ct_kind_woken,     // ct_wake was called
  ct_kind_resized,   // the size may have changed, or the screen was given back to us
  ct_kind_signal,    // value: SIGTERM, SIGHUP, SIGINT or SIGQUIT: leave soon
  ct_kind_hung_up    // the terminal is gone: nothing will ever be typed again
} ct_kind;

typedef struct {
  ct_kind kind;
  int32_t value;
} ct_input;

enum {
  ct_key_unknown,
  ct_key_up,
  ct_key_down,
  ct_key_left,
  ct_key_right,
  ct_key_home,
  ct_key_end,
  ct_key_page_up,
  ct_key_page_down,
  ct_key_word_left,
  ct_key_word_right,
  ct_key_insert,
  ct_key_delete,
  ct_key_backspace,
  ct_key_enter,
  ct_key_back_tab,
  ct_key_paste_begin,
  ct_key_paste_end,
  ct_key_function = 64 // F1 is ct_key_function + 1
};

enum { ct_bold = 1, ct_underline = 2, ct_reverse = 4 };

// What is known of a terminal without taking it over.
typedef struct {
  ct_opening opening;     // as ct_open would answer, but that no terminal need be there
  bool input_is_terminal;
  bool output_is_terminal;
  int32_t colours;        // by its description; -1 and 0: none
  int32_t rows, columns;  // 0 where there is no terminal
  bool has_paste_mode;    // its description tells of bracketed paste
  bool has_alternate_screen;
  bool has_synchronised_output;
  bool is_utf8;           // with the locale that drawing would use
  bool locale_is_missing; // the environment names a locale that this computer does not have
} ct_description;
// Of the terminal type TERM. Not while one is open.
ct_description ct_describe(void);

// First thing in a program: closed standard descriptors are opened on /dev/null, so that a file opened
// later never becomes "standard output". SIGPIPE and SIGXFSZ are ignored: a write says what went wrong.
void ct_prepare_process(void);

// Takes the terminal over. Anything but ct_opening_ready leaves it untouched.
ct_opening ct_open(void);
// Gives it back exactly as it was found, and prints what was written to standard error meanwhile.
void ct_close(void);
// After ct_close: ends the process by the signal's default action, so that its parent sees the truth.
void ct_die_of(int32_t signal_number) __attribute__((noreturn));
extern const int32_t ct_signal_hang_up;

// How many colours the terminal has; 0 where there are none.
int32_t ct_colours(void);
// Whether characters beyond ASCII reach the terminal as what they are.
bool ct_is_utf8(void);
// Before the first ct_define_pair. Without it the terminal is told nothing of colours.
void ct_start_colours(void);
// -1 is the terminal's own colour.
void ct_define_pair(int32_t pair, int32_t foreground, int32_t background);
void ct_define_key(const char *sequence, int32_t key);

void ct_size(int32_t *rows, int32_t *columns);
// `text` is UTF-8 without controls. attributes: ct_bold and so on.
void ct_put(int32_t row, int32_t column, const char *text, int32_t length, int32_t attributes, int32_t pair);
void ct_clear_row(int32_t row);
void ct_cursor(int32_t row, int32_t column, bool visible);
// Sends what changed since the last time. `is_large`: it may take several writes; a terminal that can is asked
// to show them as one.
void ct_present(bool is_large);
// The next ct_present repaints everything.
void ct_redraw_all(void);

// milliseconds < 0: as long as it takes.
ct_input ct_read(int32_t milliseconds);
// From any thread; also before ct_open and after ct_close. Ends a ct_read.
void ct_wake(void);

// Gives the terminal back and stops the process group, as Control-Z does; returns when it goes on.
void ct_suspend(void);
// Runs `editor` (a command as the user wrote it) on the file, with the terminal as it was found. Returns
// its exit status, 128 + signal, or -1 if it could not be started.
int32_t ct_edit(const char *editor, const char *path);

#endif
