#pragma once

#include <QTimeZone>

namespace latchkey {
class KeyService;
}

namespace latchkey::ui {

class SecretClipboard;

/// What every key dialog needs; the owner outlives the dialogs.
struct DialogContext {
    KeyService &service;
    SecretClipboard &clipboard;
    QTimeZone zone;
};

} // namespace latchkey::ui
