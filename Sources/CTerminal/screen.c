// The screen and the keyboard through ncurses.
#include "CTerminal.h"
#include "ct_internal.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

extern char *tigetstr(const char *);
extern int setupterm(const char *, int, int *);

static SCREEN *screen;
static bool has_colour;
static bool maybe_buffered; // curses may hold bytes that poll cannot see

// ncurses draws every character beyond ASCII as a blank unless the locale is UTF-8.
static void choose_locale(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
  if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) setlocale(LC_CTYPE, "en_US.UTF-8");
}

// Asked before newterm, which writes to the terminal and complains on standard error.
static ct_opening look_at_terminal(void) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return ct_opening_not_a_terminal;
  const char *type = getenv("TERM");
  int result = 0;
  if (type == NULL || *type == 0) return ct_opening_unknown_type;
  if (setupterm(type, STDOUT_FILENO, &result) != OK) return ct_opening_unknown_type;
  char *move = tigetstr("cup");
  if (move == NULL || move == (char *)-1) return ct_opening_cannot_move_cursor;
  return ct_opening_ready;
}

static void set_input_modes(void) {
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  intrflush(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  if (getenv("ESCDELAY") == NULL) set_escdelay(25);
}

static void set_colours(void) {
  const char *refused = getenv("NO_COLOR");
  has_colour = (refused == NULL || *refused == 0) && has_colors() && start_color() == OK;
  if (has_colour) use_default_colors();
}

ct_opening ct_open(void) {
  ct_opening answer = look_at_terminal();
  if (answer != ct_opening_ready || screen != NULL) return answer;
  choose_locale();
  ct_restore_prepare();
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) return ct_opening_unknown_type;
  ct_restore_arm(true);
  ct_signals_install(); // after newterm, which installs its own
  static bool registered;
  if (!registered) registered = atexit(ct_restore_in_handler) == 0; // for an exit() that skips ct_close
  set_input_modes();
  set_colours();
  ct_stderr_capture();
  ct_paste_mode(true);
  return ct_opening_ready;
}

void ct_leave(void) {
  ct_paste_mode(false);
  endwin();
  ct_restore_modes();
  ct_restore_arm(false);
  ct_stderr_release();
}

static void fit(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return;
  if (size.ws_row == getmaxy(stdscr) && size.ws_col == getmaxx(stdscr)) return;
  resizeterm(size.ws_row, size.ws_col);
  maybe_buffered = true; // resizeterm queues a KEY_RESIZE
}

// No SIGWINCH reaches a stopped program, so the size is asked for again.
void ct_enter(void) {
  ct_flags.resized = ct_flags.continued = ct_flags.stop = 0;
  ct_stderr_capture();
  ct_restore_arm(true);
  reset_prog_mode();
  fit();
  clearok(curscr, TRUE);
  doupdate();
  ct_paste_mode(true);
}

void ct_close(void) {
  if (screen == NULL) return;
  ct_leave();
  ct_signals_remove();
  delscreen(screen);
  screen = NULL;
}

int32_t ct_colours(void) { return has_colour ? COLORS : 0; }

void ct_define_pair(int32_t pair, int32_t foreground, int32_t background) {
  if (has_colour) init_pair((short)pair, (short)foreground, (short)background);
}

// Above every code of curses and of extended terminfo names.
enum { own_codes = 0x4000 };
void ct_define_key(const char *sequence, int32_t key) { define_key(sequence, own_codes + key); }

void ct_size(int32_t *rows, int32_t *columns) {
  *rows = getmaxy(stdscr);
  *columns = getmaxx(stdscr);
}

void ct_put(int32_t row, int32_t column, const char *text, int32_t length, int32_t attributes, int32_t pair) {
  attr_t curses = A_NORMAL;
  if (attributes & ct_bold) curses |= A_BOLD;
  if (attributes & ct_underline) curses |= A_UNDERLINE;
  if (attributes & ct_reverse) curses |= A_REVERSE;
  if (attributes & ct_dim) curses |= A_DIM;
  attr_set(curses, (short)(has_colour ? pair : 0), NULL);
  mvaddnstr(row, column, text, length); // ERR at the last cell of the screen, which is drawn all the same
}

void ct_clear_row(int32_t row) {
  attr_set(A_NORMAL, 0, NULL);
  move(row, 0);
  clrtoeol();
}

void ct_cursor(int32_t row, int32_t column, bool visible) {
  curs_set(visible ? 1 : 0);
  move(row, column);
}

void ct_present(void) {
  wnoutrefresh(stdscr);
  doupdate();
}

void ct_redraw_all(void) { clearok(curscr, TRUE); }

static int32_t key_for(wint_t code) {
  if (code >= own_codes) return (int32_t)code - own_codes;
  if (code > KEY_F0 && code <= KEY_F0 + 24) return ct_key_function + (int32_t)(code - KEY_F0);
  switch (code) {
  case KEY_UP: case KEY_SR: return ct_key_up;
  case KEY_DOWN: case KEY_SF: return ct_key_down;
  case KEY_LEFT: case KEY_SLEFT: return ct_key_left;
  case KEY_RIGHT: case KEY_SRIGHT: return ct_key_right;
  case KEY_HOME: case KEY_SHOME: case KEY_FIND: case KEY_A1: return ct_key_home;
  case KEY_END: case KEY_SEND: case KEY_SELECT: case KEY_LL: case KEY_C1: return ct_key_end;
  case KEY_PPAGE: case KEY_SPREVIOUS: case KEY_A3: return ct_key_page_up;
  case KEY_NPAGE: case KEY_SNEXT: case KEY_C3: return ct_key_page_down;
  case KEY_IC: return ct_key_insert;
  case KEY_DC: case KEY_SDC: return ct_key_delete;
  case KEY_BACKSPACE: return ct_key_backspace;
  case KEY_ENTER: return ct_key_enter;
  case KEY_BTAB: return ct_key_back_tab;
  default: return ct_key_unknown;
  }
}

// A character may come in pieces over a slow line: `patience` is how long to wait for the rest.
static bool take_key(ct_input *input, int patience) {
  wint_t code = 0;
  timeout(patience);
  int result = get_wch(&code);
  if (result == ERR) return false;
  maybe_buffered |= code == 27; // an Escape with something behind it has been read ahead
  input->kind = result == KEY_CODE_YES ? ct_kind_key : ct_kind_character;
  input->value = result == KEY_CODE_YES ? key_for(code) : (int32_t)code;
  return !(result == KEY_CODE_YES && code == KEY_RESIZE) || take_key(input, patience);
}

// The most urgent first; one to a call, the others wait.
static bool take_flag(ct_input *input) {
  if (ct_flags.ending != 0) {
    *input = (ct_input){ct_kind_signal, ct_flags.ending};
    ct_signals_grant_time();
    return true;
  }
  if (ct_flags.stop) {
    ct_suspend();
  } else if (ct_flags.continued) {
    ct_leave(); // whoever had the terminal meanwhile may have left it in any state
    ct_enter();
  } else if (ct_flags.resized) {
    ct_flags.resized = 0;
    fit();
  } else {
    return false;
  }
  *input = (ct_input){ct_kind_resized, 0};
  return true;
}

static bool take_buffered(ct_input *input) {
  if (!maybe_buffered) return false;
  maybe_buffered = take_key(input, 0);
  return maybe_buffered;
}

// Input has come, or the line has gone dead; curses tells the two apart as little as read(2) does.
static ct_input take_from_terminal(short events) {
  ct_input input = {ct_kind_nothing, 0};
  if (take_key(&input, 50)) return input;
  struct pollfd again = {.fd = STDIN_FILENO, .events = POLLIN};
  bool still = poll(&again, 1, 0) > 0;
  int waiting = 0;
  bool empty = ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0;
  bool dead = ((events | again.revents) & (POLLHUP | POLLERR | POLLNVAL)) != 0 || (still && empty);
  input.kind = dead ? ct_kind_hung_up : ct_kind_nothing;
  return input;
}

ct_input ct_read(int32_t milliseconds) {
  for (;;) {
    ct_input input = {ct_kind_nothing, 0};
    if (take_flag(&input) || take_buffered(&input)) return input;
    struct pollfd sources[2] = {
        {.fd = STDIN_FILENO, .events = POLLIN}, {.fd = ct_wake_pipe(), .events = POLLIN}};
    int ready = poll(sources, 2, milliseconds);
    if (ready == 0) return input;
    if (ready < 0) continue; // a signal: its flag is up
    if (sources[1].revents != 0 && ct_wake_drain()) return (ct_input){ct_kind_woken, 0};
    if (sources[0].revents == 0) continue;
    input = take_from_terminal(sources[0].revents);
    if (input.kind != ct_kind_nothing) return input;
  }
}

bool ct_has_input(void) {
  struct pollfd source = {.fd = STDIN_FILENO, .events = POLLIN};
  return maybe_buffered || poll(&source, 1, 0) > 0;
}

void ct_suspend(void) {
  ct_leave();
  ct_stop_process_group();
  ct_enter();
}
