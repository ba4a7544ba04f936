#pragma once

#include "core/model/catalogue_change.h"
#include "core/model/error.h"

/// What core says of catalogues, in the words of the person at the screen.
namespace latchkey::ui {

QString catalogueProblem(const FieldError &e);
/// The same with the place in the file: "Line 3, column 5: … ($.resources[0].name)".
QString fileProblem(const FieldError &e);
/// "Permission “See leads” (leads:read) changes: name: “Read leads” → “See leads”."
QString differenceText(const CatalogueDifference &d);
/// "12 keys that were Full on Leads become Custom. They may do what they could before."
QString touchedText(const TouchedKeys &t);

} // namespace latchkey::ui
