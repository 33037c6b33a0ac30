#include "CPseudoTerminal.h"
int cpt_stub(void) { return 0; }
