#ifndef FIELDBOOK_CTERMINAL_H
#define FIELDBOOK_CTERMINAL_H
int ct_stub(void);
#endif
