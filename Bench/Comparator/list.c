// The least that a list in a terminal can do: 25,000 rows, a cursor, ncurses. The measure for the time of a key.
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>

enum { rows = 25000 };

static char *names[rows];

static void draw(int top, int cursor) {
  for (int line = 0; line < LINES - 1; line++) {
    int row = top + line;
    if (row == cursor) attron(A_REVERSE);
    mvprintw(line, 0, "%-*.*s", COLS - 1, COLS - 1, row < rows ? names[row] : "");
    attroff(A_REVERSE);
  }
  mvprintw(LINES - 1, 0, " %d of %d rows ", cursor + 1, rows);
  move(cursor - top, 0);
  refresh();
}

int main(void) {
  setlocale(LC_ALL, "");
  for (int row = 0; row < rows; row++) {
    char name[120];
    snprintf(name, sizeof name, "%06d  School number %d of the list  %4d  %5.1f%%  Woldshire", 100000 + row, row,
             row * 7 % 1500, row * 13 % 1000 / 10.0);
    names[row] = malloc(120);
    snprintf(names[row], 120, "%s", name);
  }
  initscr();
  cbreak();
  noecho();
  keypad(stdscr, TRUE);
  int top = 0, cursor = 0;
  for (;;) {
    draw(top, cursor);
    int key = getch();
    if (key == 'q' || key == ERR) break;
    int page = LINES - 1;
    if (key == KEY_DOWN && cursor < rows - 1) cursor++;
    if (key == KEY_UP && cursor > 0) cursor--;
    if (key == KEY_NPAGE) cursor = cursor + page < rows ? cursor + page : rows - 1;
    if (key == KEY_PPAGE) cursor = cursor > page ? cursor - page : 0;
    if (cursor < top) top = cursor;
    if (cursor >= top + page) top = cursor - page + 1;
  }
  endwin();
  return 0;
}
