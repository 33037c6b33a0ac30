// The keyboard through ncurses, and everything else that ends a wait.
#include "CTerminal.h"
#include "ct_internal.h"

#include <curses.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

static bool maybe_buffered; // curses may hold bytes that poll cannot see

// Reading from a window refreshes it first, behind the back of whoever draws; reading from a pad does not.
static WINDOW *reading;

void ct_keyboard_open(void) {
  reading = newpad(1, 1);
  keypad(reading, TRUE);
  maybe_buffered = false;
}

void ct_keyboard_close(void) {
  delwin(reading);
  reading = NULL;
}

// Above every code of curses and of extended terminfo names.
enum { own_codes = 0x4000 };
void ct_define_key(const char *sequence, int32_t key) { define_key(sequence, own_codes + key); }

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
  wtimeout(reading, patience);
  int result = wget_wch(reading, &code);
  if (result == ERR) return false;
  maybe_buffered |= code == 27; // an Escape with something behind it has been read ahead
  input->kind = result == KEY_CODE_YES ? ct_kind_key : ct_kind_character;
  input->value = result == KEY_CODE_YES ? key_for(code) : (int32_t)code;
  return true;
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
    ct_fit();
    ct_redraw_all(); // the size may be as before: what a smaller one cut off in between is gone all the same
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
