// The way back: what was found is kept, and is put back by everything that ends or interrupts the program.
#include "CTerminal.h"
#include "ct_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

// <term.h> defines some 500 macros with names such as `columns`: these two are all that is wanted of it.
extern char *tigetstr(const char *);
extern int tputs(const char *, int, int (*)(int));

static struct termios found;
static volatile sig_atomic_t armed;
static char restore_bytes[1024];
static size_t restore_count;
static int real_stderr = -1;
static int captured_stderr = -1;
static volatile sig_atomic_t capturing;

static int collect(int byte) {
  if (restore_count < sizeof restore_bytes) restore_bytes[restore_count++] = (char)byte;
  return byte;
}

static void collect_capability(const char *name) {
  char *sequence = tigetstr(name);
  if (sequence != NULL && sequence != (char *)-1) tputs(sequence, 1, collect);
}

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

// Before curses changes anything, but after it has read the terminal's description.
void ct_restore_prepare(void) {
  tcgetattr(STDIN_FILENO, &found);
  restore_count = 0;
  for (const char *byte = paste_off; *byte != 0; byte++) collect(*byte);
  static const char *const capabilities[] = {"rmkx", "sgr0", "cnorm", "rmcup"};
  for (size_t i = 0; i < 4; i++) collect_capability(capabilities[i]);
}

void ct_restore_arm(bool on) { armed = on; }
void ct_restore_modes(void) { tcsetattr(STDIN_FILENO, TCSADRAIN, &found); }

void ct_paste_mode(bool on) { ct_write_all(STDOUT_FILENO, on ? paste_on : paste_off, sizeof paste_on - 1); }

// Gives up on errors: there is nobody left to tell. Waits where the terminal takes no more for now, but not
// for ever.
void ct_write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      struct pollfd ready = {.fd = descriptor, .events = POLLOUT};
      if (poll(&ready, 1, 500) <= 0) return;
    } else if (written == 0 || errno != EINTR) {
      return;
    }
  }
}

int ct_anonymous_file(void) {
#ifdef __linux__
  return memfd_create("fieldbook", MFD_CLOEXEC);
#else
  char path[] = "/tmp/stderr.XXXXXX";
  int descriptor = mkstemp(path);
  if (descriptor >= 0) {
    unlink(path);
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  }
  return descriptor;
#endif
}

// A message written while the screen is up would smear over it and vanish with it. If standard error goes to
// a file already, it is left alone.
void ct_stderr_capture(void) {
  if (capturing || !isatty(STDERR_FILENO)) return;
  if (captured_stderr < 0) captured_stderr = ct_anonymous_file();
  if (captured_stderr < 0) return;
  real_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (real_stderr < 0) return;
  dup2(captured_stderr, STDERR_FILENO);
  capturing = 1;
}

// Only calls that POSIX allows in a signal handler: a crash comes through here too.
void ct_stderr_release(void) {
  if (!capturing) return;
  capturing = 0;
  dup2(real_stderr, STDERR_FILENO);
  close(real_stderr);
  real_stderr = -1;
  char buffer[1024];
  lseek(captured_stderr, 0, SEEK_SET);
  for (ssize_t count; (count = read(captured_stderr, buffer, sizeof buffer)) > 0;)
    ct_write_all(STDERR_FILENO, buffer, (size_t)count);
  lseek(captured_stderr, 0, SEEK_SET);
  (void)!ftruncate(captured_stderr, 0);
}

// For a program that can no longer be asked to leave: no curses, no allocation, no Swift.
void ct_restore_in_handler(void) {
  if (!armed) return;
  armed = 0;
  ct_frame_abandon();
  ct_write_all(STDOUT_FILENO, restore_bytes, restore_count);
  tcsetattr(STDIN_FILENO, TCSANOW, &found);
  ct_stderr_release();
}

void ct_prepare_process(void) {
  for (int descriptor = 0; descriptor < 3; descriptor++) {
    if (fcntl(descriptor, F_GETFD) >= 0) continue;
    (void)!open("/dev/null", O_RDWR); // the lowest free number: this one
  }
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
}
