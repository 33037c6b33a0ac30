// What the C files of this module share with each other and with nobody else.
#ifndef FIELDBOOK_CT_INTERNAL_H
#define FIELDBOOK_CT_INTERNAL_H

#include "CTerminal.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

// What a handler found, for the main loop to act on.
struct ct_flags {
  volatile sig_atomic_t ending;    // the first of TERM, HUP, INT, QUIT; 0 for none
  volatile sig_atomic_t resized;   // SIGWINCH
  volatile sig_atomic_t stop;      // SIGTSTP from outside
  volatile sig_atomic_t continued; // SIGCONT: someone else may have used the terminal
};
extern struct ct_flags ct_flags;

// signals.c
void ct_signals_remember(void);
void ct_signals_install(void);
void ct_signals_remove(void);
void ct_signals_grant_time(void); // the main loop knows: give it time to save
void ct_stop_process_group(void);
int ct_wake_pipe(void); // the reading end; -1 if there is none
bool ct_wake_drain(void); // true if ct_wake was among what came

// restore.c
void ct_restore_prepare(void);
void ct_restore_arm(bool armed); // armed while the screen is ours
void ct_restore_modes(void);     // termios as found
void ct_restore_in_handler(void);
void ct_write_all(int descriptor, const char *bytes, size_t count);
int ct_anonymous_file(void); // -1 if there can be none
void ct_stderr_capture(void);
void ct_stderr_release(void);
void ct_paste_mode(bool on);

// description.c
void ct_forget_description(void); // newterm reads one of its own and would lose this one
void ct_choose_locale(void);
ct_opening ct_look_at_terminal(void);
bool ct_is_capability(const char *sequence); // what tigetstr gave
// What asks the terminal to begin, or to end, one frame; empty where its description does not tell of it.
const char *ct_synchronise(bool begins);

// frame.c
bool ct_frame_begin(void);
void ct_frame_end(const char *before, const char *after);
void ct_frame_abandon(void);
void ct_frame_close(void);

// screen.c
void ct_leave(void);
void ct_enter(void);
void ct_fit(void); // to the size that the terminal has now

// keyboard.c
void ct_keyboard_open(void);
void ct_keyboard_close(void);

#endif
