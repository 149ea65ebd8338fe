#ifndef DISTINGUO_CSQLITE_SHIM_H
#define DISTINGUO_CSQLITE_SHIM_H
#include <sqlite3.h>
#endif
