// What a terminal can do, by its description and by the locale, before curses is told of it.
#include "CTerminal.h"
#include "ct_internal.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

// <term.h> defines some 500 macros with names such as `columns`: these are all that is wanted of it.
extern char *tigetstr(const char *);
extern int tigetnum(const char *);
extern char *tparm(const char *, ...);
extern int setupterm(const char *, int, int *);
extern void *set_curterm(void *);
extern int del_curterm(void *);

static bool speaks_utf8;
static bool locale_is_missing;

// The locale of characters as the environment names it; empty where it does not.
static const char *named_locale(void) {
  static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < 3; i++) {
    const char *value = getenv(variables[i]);
    if (value != NULL && *value != 0) return value;
  }
  return "";
}

// Somebody who names another encoding (en_GB.ISO-8859-1) has a terminal of that encoding. Somebody who names none
// (C, POSIX, nothing) has said nothing, and nearly every terminal is UTF-8.
static bool names_other_encoding(const char *locale) {
  const char *dot = strchr(locale, '.');
  if (dot == NULL) return false;
  return strncasecmp(dot, ".utf-8", 6) != 0 && strncasecmp(dot, ".utf8", 5) != 0;
}

// ncurses draws every character beyond ASCII as a blank unless the locale is UTF-8.
void ct_choose_locale(void) {
  const char *name = named_locale();
  locale_is_missing = setlocale(LC_CTYPE, "") == NULL;
  speaks_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  if (speaks_utf8 || names_other_encoding(name)) return;
  if (!locale_is_missing && strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") != 0 &&
      strcmp(nl_langinfo(CODESET), "US-ASCII") != 0)
    return; // such as en_GB without more, which is ISO-8859-1
  if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) setlocale(LC_CTYPE, "en_US.UTF-8");
  speaks_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool ct_is_utf8(void) { return speaks_utf8; }

bool ct_is_capability(const char *sequence) { return sequence != NULL && sequence != (char *)-1; }

static ct_opening look_at_type(void) {
  const char *type = getenv("TERM");
  int result = 0;
  if (type == NULL || *type == 0) return ct_opening_unknown_type;
  if (setupterm(type, STDOUT_FILENO, &result) != 0) return ct_opening_unknown_type;
  return ct_is_capability(tigetstr("cup")) ? ct_opening_ready : ct_opening_cannot_move_cursor;
}

void ct_forget_description(void) {
  void *asked = set_curterm(NULL);
  if (asked != NULL) del_curterm(asked);
}

// Asked before newterm, which writes to the terminal and complains on standard error.
ct_opening ct_look_at_terminal(void) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return ct_opening_not_a_terminal;
  return look_at_type();
}

ct_description ct_describe(void) {
  ct_description found = {.opening = look_at_type()};
  found.input_is_terminal = isatty(STDIN_FILENO);
  found.output_is_terminal = isatty(STDOUT_FILENO);
  ct_choose_locale();
  found.is_utf8 = speaks_utf8;
  found.locale_is_missing = locale_is_missing;
  struct winsize size;
  for (int descriptor = 0; descriptor < 3; descriptor++) {
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) continue;
    found.rows = size.ws_row;
    found.columns = size.ws_col;
    break;
  }
  if (found.opening == ct_opening_unknown_type) return found;
  found.colours = tigetnum("colors");
  found.has_alternate_screen = ct_is_capability(tigetstr("smcup"));
  found.has_paste_mode = ct_is_capability(tigetstr("BE"));
  found.has_synchronised_output = ct_is_capability(tigetstr("Sync"));
  return found;
}

const char *ct_synchronise(bool begins) {
  static char sequences[2][64];
  char *sequence = sequences[begins];
  char *capability = tigetstr("Sync");
  const char *made = ct_is_capability(capability) ? tparm(capability, begins ? 1 : 2) : NULL;
  if (made == NULL || strlen(made) >= sizeof sequences[0]) return "";
  return strcpy(sequence, made);
}
