#pragma once

#include "core/services/key_service.h"

#include <QObject>
#include <QTimer>

namespace latchkey::ui {

class KeysPage;

/// Finds out for the rows on the screen whether a copy is kept here, so that the eye tells the truth before
/// it is pressed.
class KeptWatch : public QObject {
    Q_OBJECT
public:
    KeptWatch(KeyService &service, KeysPage &page);
    void recheckAll();

signals:
    void currentKnown(); ///< whether a copy of the current key is kept

private:
    void note(const KeyId &id, Kept kept);
    void look();
    KeyService &m_service;
    KeysPage &m_page;
    QTimer m_soon;
};

} // namespace latchkey::ui
