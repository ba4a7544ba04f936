#pragma once

#include "core/model/catalogue.h"

#include <QFrame>
#include <QTimeZone>

class QLabel;

namespace latchkey::ui {

/// What Save will change, live, beside the edit form.
class ChangesPanel : public QFrame {
    Q_OBJECT
public:
    ChangesPanel(Catalogue catalogue, const QTimeZone &zone, QWidget *parent = nullptr);
    void show(const KeyConfig &before, const KeyConfig &after);
    [[nodiscard]] QString text() const;

private:
    Catalogue m_catalogue;
    QTimeZone m_zone;
    QLabel *m_text;
};

} // namespace latchkey::ui
