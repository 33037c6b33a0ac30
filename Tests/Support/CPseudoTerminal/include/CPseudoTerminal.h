// A program on a terminal of its own, for tests.
#ifndef FIELDBOOK_CPSEUDOTERMINAL_H
#define FIELDBOOK_CPSEUDOTERMINAL_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
  int32_t process;  // -1: nothing was started, and errno says why
  int32_t keyboard; // what is written here is typed; what is read here was shown
  int32_t line;     // the program's side, kept open so that its modes can be read after the program's end
} cpt_program;

// `directory` may be NULL. The program gets default signals and an empty signal mask. `found` takes the modes that the
// line has before the program can change them; it may be NULL.
cpt_program cpt_start(const char *path, char *const arguments[], char *const environment[],
                      const char *directory, int32_t columns, int32_t rows, uint8_t found[]);
bool cpt_resize(int32_t keyboard, int32_t columns, int32_t rows);

// The modes of the line (echo, raw input and so on) as bytes to be compared: their number, 0 on failure.
enum { cpt_modes_size = 128 };
int32_t cpt_modes(int32_t line, uint8_t bytes[]);

typedef enum __attribute__((enum_extensibility(closed))) {
  cpt_state_running,
  cpt_state_exited,   // value: the exit status
  cpt_state_signalled // value: the signal
} cpt_state;
typedef struct {
  cpt_state state;
  int32_t value;
} cpt_end;
// Looks without waiting. Once it has said that the program ended, its number must not be used again.
cpt_end cpt_look(int32_t process);

#endif
