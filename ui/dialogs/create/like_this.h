#pragma once

#include "core/services/key_service.h"

#include <QStringList>
#include <memory>

namespace latchkey::ui {

/// A new key with the settings of another one: what the form is filled with, and what it says of it.
struct LikeThis {
    KeyConfig config;                       ///< what the place can take
    std::optional<Environment> environment; ///< where; none: the person chooses
    QString name;                           ///< of the other key
    QString place;                          ///< where the new one is made, for people
    QStringList notice;                     ///< what does not come along, a sentence each
    std::shared_ptr<KeyService> service;    ///< of the place
    bool newExpiry = false;                 ///< the other key's is over: the form's own
};

} // namespace latchkey::ui
