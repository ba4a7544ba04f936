#pragma once

#include "core/model/catalogue.h"

#include <QString>
#include <QTimeZone>

namespace latchkey::ui {

/// What a key will be able to do, in whole sentences, as simple rich text (bold only; everything typed is
/// escaped). Without an environment the place is left open.
QString summaryText(const KeyConfig &config, bool environmentChosen, const Catalogue &catalogue,
                    const QTimeZone &zone);

} // namespace latchkey::ui
