#ifndef SALDO_LIBXML2_H
#define SALDO_LIBXML2_H

/*
 * Debian builds libxml2 with ICU, and its headers would then bring in ICU's, which clash with those of Foundation.
 * The only type that differs without them is _xmlCharEncodingHandler, which Saldo never touches.
 */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <libxml/catalog.h>
#include <libxml/dict.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

#endif
