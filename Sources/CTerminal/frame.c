// A frame in one write. ncurses writes at every movement of the cursor, and a terminal that shows what has come so far
// shows half a frame: so it writes into memory, and the terminal gets the whole at once.
#include "CTerminal.h"
#include "ct_internal.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int memory = -1;
static int terminal = -1;
static volatile sig_atomic_t collecting;
static char *frame;
static size_t room;

static bool prepare(void) {
  if (memory < 0) memory = ct_anonymous_file();
  if (terminal < 0) terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  return memory >= 0 && terminal >= 0;
}

// False where it cannot be done: then ncurses writes to the terminal itself.
bool ct_frame_begin(void) {
  if (!prepare() || lseek(memory, 0, SEEK_SET) != 0) return false;
  collecting = 1;
  if (dup2(memory, STDOUT_FILENO) >= 0) return true;
  collecting = 0;
  return false;
}

// Also from a signal's handler: whatever is written to standard output next reaches the terminal.
void ct_frame_abandon(void) {
  if (!collecting) return;
  dup2(terminal, STDOUT_FILENO);
  collecting = 0;
}

static bool make_room(size_t count) {
  if (count <= room) return true;
  char *larger = realloc(frame, count + 4096);
  if (larger == NULL) return false;
  frame = larger;
  room = count + 4096;
  return true;
}

// Piece by piece where there is no memory for the whole.
static void send_in_pieces(size_t count) {
  char piece[1024];
  for (ssize_t taken; count > 0; count -= (size_t)taken) {
    taken = read(memory, piece, count < sizeof piece ? count : sizeof piece);
    if (taken <= 0) return;
    ct_write_all(STDOUT_FILENO, piece, (size_t)taken);
  }
}

void ct_frame_end(const char *before, const char *after) {
  off_t end = lseek(memory, 0, SEEK_CUR);
  ct_frame_abandon();
  lseek(memory, 0, SEEK_SET);
  if (end <= 0) return;
  size_t first = strlen(before), count = (size_t)end, last = strlen(after);
  if (!make_room(first + count + last)) return send_in_pieces(count);
  memcpy(frame, before, first);
  size_t taken = 0;
  for (ssize_t some; taken < count; taken += (size_t)some) {
    some = read(memory, frame + first + taken, count - taken);
    if (some <= 0) break;
  }
  memcpy(frame + first + taken, after, last);
  ct_write_all(STDOUT_FILENO, frame, first + taken + last);
}

// The terminal may be another one when it is opened again.
void ct_frame_close(void) {
  ct_frame_abandon();
  if (terminal >= 0) close(terminal);
  terminal = -1;
}
