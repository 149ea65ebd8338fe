#ifndef DISTINGUO_CMD4C_SHIM_H
#define DISTINGUO_CMD4C_SHIM_H
#include <md4c.h>
#endif
