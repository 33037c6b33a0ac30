int cpt_stub(void);
