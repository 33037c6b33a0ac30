// Signals: those that ask the program to leave are noted for the main loop; those that end it restore the
// terminal on the spot. Handlers do nothing but set flags and make calls that POSIX allows in them.
#include "CTerminal.h"
#include "ct_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

struct ct_flags ct_flags;
const int32_t ct_signal_hang_up = SIGHUP;

// Seconds until a program that does not answer a request to leave is ended, and until one that has answered.
enum { seconds_to_answer = 2, seconds_to_save = 10 };

static const int requests[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
static const int others[] = {SIGALRM, SIGWINCH, SIGTSTP, SIGCONT};
enum { request_count = 4, crash_count = 6, other_count = 4 };

static struct sigaction previous[NSIG];
static int wake_pipe[2] = {-1, -1};
static pthread_once_t wake_once = PTHREAD_ONCE_INIT;

// The pipe is never closed: a worker may wake a terminal that is gone, and must not write into whatever file
// has got the number since.
static void wake_open(void) {
  if (pipe(wake_pipe) != 0) return;
  for (int end = 0; end < 2; end++) {
    fcntl(wake_pipe[end], F_SETFD, FD_CLOEXEC);
    fcntl(wake_pipe[end], F_SETFL, O_NONBLOCK);
  }
}

int ct_wake_pipe(void) {
  pthread_once(&wake_once, wake_open);
  return wake_pipe[0];
}

// A full pipe is as good as a byte more.
void ct_wake(void) {
  if (ct_wake_pipe() >= 0) (void)!write(wake_pipe[1], "w", 1);
}

bool ct_wake_drain(void) {
  char bytes[64];
  bool woken = false;
  for (ssize_t count; (count = read(wake_pipe[0], bytes, sizeof bytes)) > 0;)
    for (ssize_t i = 0; i < count; i++) woken |= bytes[i] == 'w';
  return woken;
}

static void note(int number) {
  int kept = errno;
  if (number == SIGWINCH) ct_flags.resized = 1;
  if (number == SIGTSTP) ct_flags.stop = 1;
  if (number == SIGCONT) ct_flags.continued = 1;
  if (wake_pipe[1] >= 0) (void)!write(wake_pipe[1], "s", 1);
  errno = kept;
}

static void ask_to_leave(int number) {
  if (ct_flags.ending == 0) {
    ct_flags.ending = number;
    alarm(seconds_to_answer);
  }
  note(number);
}

static void end_by(int number) {
  signal(number, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
}

static void time_is_up(int number) {
  (void)number;
  ct_restore_in_handler();
  end_by(ct_flags.ending != 0 ? ct_flags.ending : SIGALRM);
}

// Swift's own crash handler holds the terminal for half a minute and asks questions: it gets its turn only
// where SWIFT_BACKTRACE asks for it.
static volatile sig_atomic_t wants_backtrace;

static void crash(int number) {
  ct_restore_in_handler();
  if (!wants_backtrace) end_by(number);
  sigaction(number, &previous[number], NULL);
  raise(number);
}

static void install(int number, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

// Under nohup SIGHUP is ignored, and stays so; the same for the others that a parent turned off.
static void install_unless_ignored(int number, void (*handler)(int)) {
  if (previous[number].sa_handler != SIG_IGN) install(number, handler, 0);
}

static void for_all(void (*act)(int)) {
  for (int i = 0; i < request_count; i++) act(requests[i]);
  for (int i = 0; i < crash_count; i++) act(crashes[i]);
  for (int i = 0; i < other_count; i++) act(others[i]);
}

static void remember(int number) { sigaction(number, NULL, &previous[number]); }
static void put_back(int number) { sigaction(number, &previous[number], NULL); }

// Before newterm, whose own handlers must not be taken for what was found.
void ct_signals_remember(void) { for_all(remember); }

static void install_crash_handlers(void) {
  static char stack[64 * 1024]; // a stack that overflowed cannot run a handler
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  wants_backtrace = getenv("SWIFT_BACKTRACE") != NULL;
  for (int i = 0; i < crash_count; i++) install(crashes[i], crash, SA_ONSTACK | SA_RESETHAND | SA_NODEFER);
}

void ct_signals_install(void) {
  ct_wake_pipe();
  for (int i = 0; i < request_count; i++) install_unless_ignored(requests[i], ask_to_leave);
  install(SIGALRM, time_is_up, SA_ONSTACK);
  for (int i = 1; i < other_count; i++) install(others[i], note, SA_RESTART);
  install_crash_handlers();
}

void ct_signals_remove(void) {
  alarm(0);
  for_all(put_back);
}

// Once: a program that goes on asking for input instead of leaving does not put its end off.
void ct_signals_grant_time(void) {
  static bool granted;
  if (!granted) alarm(seconds_to_save);
  granted = true;
}

void ct_die_of(int32_t number) {
  end_by(number);
  _exit(128 + number); // the signal is ignored, or blocked in every thread
}

// The whole group, as the terminal does it: a pipeline or a wrapper script must stop with us.
void ct_stop_process_group(void) {
  struct sigaction handler, standard = {.sa_handler = SIG_DFL};
  sigaction(SIGTSTP, &standard, &handler);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &handler, NULL);
}
