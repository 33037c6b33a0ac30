#ifdef __APPLE__
#include <util.h>
#else
#define _GNU_SOURCE
#include <pty.h>
#include <utmp.h>
#endif
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

// Tests run on threads that block every signal, and a mask outlives fork and exec: the program would never
// hear of a resize. Nothing here may allocate: the caller has other threads.
static void become(const char *path, char *const arguments[], char *const environment[],
                   const char *directory, int line) {
  sigset_t none;
  sigemptyset(&none);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (login_tty(line) != 0) _exit(126);
  for (int other = 3; other < 1024; other++) close(other);
  if (directory != NULL && chdir(directory) != 0) _exit(126);
  execve(path, arguments, environment);
  _exit(127);
}

cpt_program cpt_start(const char *path, char *const arguments[], char *const environment[],
                      const char *directory, int32_t columns, int32_t rows, uint8_t found[]) {
  cpt_program program = {-1, -1, -1};
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  int keyboard = -1, line = -1;
  if (openpty(&keyboard, &line, NULL, NULL, &size) != 0) return program;
  fcntl(keyboard, F_SETFD, FD_CLOEXEC);
  fcntl(line, F_SETFD, FD_CLOEXEC);
  fcntl(keyboard, F_SETFL, O_NONBLOCK);
  if (found != NULL) cpt_modes(line, found);
  pid_t child = fork();
  if (child == 0) become(path, arguments, environment, directory, line);
  if (child < 0) {
    close(keyboard);
    close(line);
    return program;
  }
  return (cpt_program){child, keyboard, line};
}

bool cpt_resize(int32_t keyboard, int32_t columns, int32_t rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(keyboard, TIOCSWINSZ, &size) == 0;
}

int32_t cpt_modes(int32_t line, uint8_t bytes[]) {
  struct termios modes;
  if (tcgetattr(line, &modes) != 0) return 0;
  tcflag_t flags[] = {modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag};
  memcpy(bytes, flags, sizeof flags);
  memcpy(bytes + sizeof flags, modes.c_cc, sizeof modes.c_cc);
  return (int32_t)(sizeof flags + sizeof modes.c_cc);
}

cpt_end cpt_look(int32_t process) {
  int status = 0;
  pid_t answer = waitpid(process, &status, WNOHANG);
  if (answer == process && WIFEXITED(status)) return (cpt_end){cpt_state_exited, WEXITSTATUS(status)};
  if (answer == process && WIFSIGNALED(status)) return (cpt_end){cpt_state_signalled, WTERMSIG(status)};
  return (cpt_end){cpt_state_running, 0};
}
