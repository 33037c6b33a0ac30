#include "CTerminal.h"
int ct_stub(void) { return 0; }
