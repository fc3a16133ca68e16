/* Firmware over the bus, into the bank that does not run. */
#ifndef YICHUANG_UPDATE_H
#define YICHUANG_UPDATE_H

#include <stdbool.h>

#include "reply.h"

void update_start(void);
enum status update_begin(struct request request, struct reply *reply);
enum status update_data(struct request request, struct reply *reply);
enum status update_end(void);
enum status update_confirm(void);
enum status update_abort(void);

/* Whether the running firmware waits to be confirmed. */
bool update_on_trial(void);

#endif
