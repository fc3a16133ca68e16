/* A second without a feed starts the chip anew. Once started it cannot be stopped. */
#ifndef YICHUANG_WATCHDOG_H
#define YICHUANG_WATCHDOG_H

void watchdog_start(void);
void watchdog_feed(void);

#endif
