/* The release of this firmware, as IDENTIFY and the image's head tell it. */
#ifndef YICHUANG_VERSION_H
#define YICHUANG_VERSION_H

enum { VERSION_MAJOR = 1, VERSION_MINOR = 0, VERSION_PATCH = 0 };

#endif
