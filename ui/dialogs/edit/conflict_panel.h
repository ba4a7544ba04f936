#pragma once

#include "core/model/catalogue.h"
#include "ui/dialogs/edit/config_fields.h"

#include <QHash>
#include <QTimeZone>
#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace latchkey::ui {

class Segmented;
class StepPause;

/// "Ana changed this key while you were editing.": mine or theirs, field by field. What only one side changed
/// needs no question and is taken as it is.
class ConflictPanel : public QWidget {
    Q_OBJECT
public:
    ConflictPanel(Catalogue catalogue, const QTimeZone &zone, QWidget *parent = nullptr);
    void setSides(const QString &changedBy, const KeyConfig &base, const KeyConfig &mine,
                  const KeyConfig &theirs);
    [[nodiscard]] KeyConfig merged() const;
    void save(); ///< as its button does, once that can be pressed
    [[nodiscard]] QList<ConfigField> questions() const { return m_questions; }
    [[nodiscard]] Segmented *choiceFor(ConfigField f) const { return m_choices.value(f); }

signals:
    void decided();
    void cancelled();

private:
    Catalogue m_catalogue;
    QTimeZone m_zone;
    KeyConfig m_base, m_mine, m_theirs;
    QLabel *m_title;
    QLabel *m_note;
    QPushButton *m_save;
    StepPause *m_pause; ///< Save stands where the form's Save stood
    QGridLayout *m_grid;
    QWidget *m_rows = nullptr;
    QList<ConfigField> m_questions;
    QHash<ConfigField, Segmented *> m_choices;
};

} // namespace latchkey::ui
