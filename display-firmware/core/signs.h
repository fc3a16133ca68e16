/* What a unit shows by itself when no picture may be shown. */
#ifndef YICHUANG_SIGNS_H
#define YICHUANG_SIGNS_H

enum sign { SIGN_ADDRESS, SIGN_ADDRESS_AND_KEY, SIGN_OFFLINE };

/* Draws it, and nothing else, into the back buffer. */
void signs_draw(enum sign sign);

#endif
