// The user's own editor, on the terminal as it was found.
#include "CTerminal.h"
#include "ct_internal.h"

#include <errno.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

// The editor's words are the user's own shell command (`code --wait`); the file's name is only an argument.
static int start(const char *editor, const char *path, pid_t *child) {
  char *const arguments[] = {
      "sh", "-c", "eval \"$1 \\\"\\$2\\\"\"", "sh", (char *)editor, (char *)path, NULL};
  posix_spawnattr_t attributes;
  sigset_t every, none;
  sigfillset(&every);
  sigemptyset(&none);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigdefault(&attributes, &every);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  int failure = posix_spawn(child, "/bin/sh", NULL, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  return failure;
}

// An editor that stops takes us with it, so that the shell gets its prompt, and we wake it when we go on.
static int32_t wait_for(pid_t child) {
  int status = 0;
  for (;;) {
    pid_t answer = waitpid(child, &status, WUNTRACED);
    if (answer < 0 && errno == EINTR) continue;
    if (answer < 0) return -1;
    if (WIFEXITED(status)) return WEXITSTATUS(status);
    if (WIFSIGNALED(status)) return 128 + WTERMSIG(status);
    ct_stop_process_group();
    kill(child, SIGCONT);
  }
}

// Control-C and Control-\ typed in the editor are the editor's; Control-Z stops both.
int32_t ct_edit(const char *editor, const char *path) {
  struct sigaction ignore = {.sa_handler = SIG_IGN}, standard = {.sa_handler = SIG_DFL};
  struct sigaction interrupt, quit, stop;
  ct_leave();
  sigaction(SIGINT, &ignore, &interrupt);
  sigaction(SIGQUIT, &ignore, &quit);
  sigaction(SIGTSTP, &standard, &stop);
  pid_t child = 0;
  int32_t status = start(editor, path, &child) == 0 ? wait_for(child) : -1;
  sigaction(SIGTSTP, &stop, NULL);
  sigaction(SIGQUIT, &quit, NULL);
  sigaction(SIGINT, &interrupt, NULL);
  ct_enter();
  return status;
}
