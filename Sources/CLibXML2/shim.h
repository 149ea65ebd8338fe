#ifndef DISTINGUO_CLIBXML2_SHIM_H
#define DISTINGUO_CLIBXML2_SHIM_H
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
