/* The real binary in QEMU's stm32vldiscovery, on a line that is a socket. */
#ifndef YICHUANG_EMULATED_H
#define YICHUANG_EMULATED_H

/* A board that is flashed with what tools/factory.c makes of these words, and switched on; the one before is taken away. Its files are in $BUILD. */
void emulated_board(const char *words);

#endif
