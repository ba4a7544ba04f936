#pragma once

#include "core/backend/vault_backend.h"

#include <QString>
#include <QTimeZone>

namespace latchkey::ui {

/// What a key will be able to do, in whole sentences, as simple rich text (bold only; everything typed is
/// escaped). Without an environment the place is left open.
QString summaryText(const KeyConfig &config, bool environmentChosen, const Catalogue &catalogue,
                    const QTimeZone &zone);
/// The same of a service's key, which has nothing but a name and permissions there.
QString serviceSummary(const KeyConfig &config, bool fullAccess, const Catalogue &catalogue,
                       const Capabilities &can);

} // namespace latchkey::ui
