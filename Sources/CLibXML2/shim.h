#ifndef DISTINGUO_CLIBXML2_SHIM_H
#define DISTINGUO_CLIBXML2_SHIM_H
#include <libxml/xmlversion.h>
/* Some distributions build libxml2 with ICU, whose headers clash with those of Foundation in one module graph. They
   only complete types that are passed by pointer here. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>

/* xmlFree is a mutable function pointer, which Swift 6 refuses to touch; call through it here. */
static inline void distinguo_xml_free(void *pointer) { xmlFree(pointer); }
#endif
