/* The rotation of the public key in slot 14. */
#ifndef ROTATION_H
#define ROTATION_H

#include "atecc608.h"

/* What the element does not say itself: the key that is valid in the slot is none that the data covers. */
#define ROTATION_OTHER_KEY 0xE3u
/* The data was made for another secure element. */
#define ROTATION_OTHER_ELEMENT 0xE4u

/*
 * Brings slot 14 from whatever it holds to the new key, valid and proven. It looks first and does what is left to do, so
 * that it may be cut off at any point and run again.
 */
atecc_status rotation_run(void);

#endif
