// The screen through ncurses: taking it, drawing on it, giving it back.
#include "CTerminal.h"
#include "ct_internal.h"

#include <curses.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

extern char *tigetstr(const char *);
extern int tigetnum(const char *);
extern int putp(const char *);

static SCREEN *screen;
static bool has_colour;

static void set_input_modes(void) {
  raw();
  noecho();
  nonl();
  ct_keyboard_open();
  intrflush(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  if (getenv("ESCDELAY") == NULL) set_escdelay(25);
}

ct_opening ct_open(void) {
  ct_opening answer = ct_look_at_terminal();
  if (answer != ct_opening_ready || screen != NULL) return answer;
  ct_choose_locale();
  ct_restore_prepare();
  ct_signals_remember();
  ct_forget_description();
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) return ct_opening_unknown_type;
  ct_restore_arm(true);
  ct_signals_install(); // after newterm, which installs its own
  static bool registered;
  if (!registered) registered = atexit(ct_restore_in_handler) == 0; // for an exit() that skips ct_close
  set_input_modes();
  ct_stderr_capture();
  ct_paste_mode(true);
  return ct_opening_ready;
}

// A terminal with only one screen keeps what stood on it: the shell's prompt shall not stand in our last line.
static void clear_last_line(void) {
  const char *erase = tigetstr("el");
  if (ct_is_capability(tigetstr("rmcup")) || !ct_is_capability(erase)) return;
  putp(erase);
  fflush(stdout);
}

void ct_leave(void) {
  ct_paste_mode(false);
  endwin();
  clear_last_line();
  ct_restore_modes();
  ct_restore_arm(false);
  ct_stderr_release();
}

void ct_fit(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return;
  if (size.ws_row == getmaxy(stdscr) && size.ws_col == getmaxx(stdscr)) return;
  resize_term(size.ws_row, size.ws_col); // resizeterm would also queue a key
  clearok(curscr, TRUE);                 // every terminal rearranges its text in its own way
}

// No SIGWINCH reaches a stopped program, so the size is asked for again.
void ct_enter(void) {
  ct_flags.resized = ct_flags.continued = ct_flags.stop = 0;
  ct_stderr_capture();
  ct_restore_arm(true);
  reset_prog_mode();
  ct_fit();
  clearok(curscr, TRUE);
  doupdate();
  ct_paste_mode(true);
}

void ct_close(void) {
  if (screen == NULL) return;
  ct_leave();
  ct_frame_close();
  ct_signals_remove();
  ct_keyboard_close();
  delscreen(screen);
  screen = NULL;
}

int32_t ct_colours(void) {
  int colours = tigetnum("colors");
  return has_colors() && colours > 0 ? colours : 0;
}

void ct_start_colours(void) {
  has_colour = has_colors() && start_color() == OK;
  if (has_colour) use_default_colors();
}

void ct_define_pair(int32_t pair, int32_t foreground, int32_t background) {
  if (has_colour) init_pair((short)pair, (short)foreground, (short)background);
}

void ct_size(int32_t *rows, int32_t *columns) {
  *rows = getmaxy(stdscr);
  *columns = getmaxx(stdscr);
}

void ct_put(int32_t row, int32_t column, const char *text, int32_t length, int32_t attributes, int32_t pair) {
  attr_t curses = A_NORMAL;
  if (attributes & ct_bold) curses |= A_BOLD;
  if (attributes & ct_underline) curses |= A_UNDERLINE;
  if (attributes & ct_reverse) curses |= A_REVERSE;
  attr_set(curses, (short)(has_colour ? pair : 0), NULL);
  mvaddnstr(row, column, text, length); // ERR at the last cell of the screen, which is drawn all the same
}

void ct_clear_row(int32_t row) {
  attr_set(A_NORMAL, 0, NULL);
  move(row, 0);
  clrtoeol();
}

static bool shows_cursor;

void ct_cursor(int32_t row, int32_t column, bool visible) {
  shows_cursor = visible;
  move(row, column);
}

// Mode 2026: what comes between is shown as one frame, even by a terminal that reads it in pieces. Asked for only
// where the terminal's own description tells of it, since one that does not know it might print it.
void ct_present(bool is_large) {
  bool collects = ct_frame_begin();
  curs_set(shows_cursor ? 1 : 0);
  wnoutrefresh(stdscr);
  doupdate();
  if (collects) ct_frame_end(is_large ? ct_synchronise(true) : "", is_large ? ct_synchronise(false) : "");
}

void ct_redraw_all(void) { clearok(curscr, TRUE); }

void ct_suspend(void) {
  ct_leave();
  ct_stop_process_group();
  ct_enter();
}
