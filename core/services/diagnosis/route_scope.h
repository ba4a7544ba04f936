#pragma once

#include "core/model/catalogue.h"

namespace latchkey::diagnosis {

/// The permission that a request most likely needs, guessed from its method and path: the resource whose id
/// is a part of the path, and in it the one scope that reads (GET), deletes (DELETE) or changes (the others).
/// Nothing unless exactly one fits.
std::optional<Scope> scopeOfRoute(const QString &method, const QString &path, const Catalogue &catalogue);

/// The least level of its resource that holds the scope.
AccessLevel levelNeeded(const Scope &scope, const Catalogue &catalogue);

} // namespace latchkey::diagnosis
