#pragma once

#include "core/model/error.h"
#include "core/services/key_fields.h"

namespace latchkey::ui {

/// "Requests per minute", as forms call it.
QString fieldTitle(KeyField f);
/// What is wrong with a row or a file of keys; empty for a code that is not of files.
QString fileSentence(const FieldError &e);

} // namespace latchkey::ui
