#pragma once

#include "core/model/api_key.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace latchkey::ui {

/// Asks before a delete. Cancel has the focus; Return never destroys. For good: the name is typed.
class DeleteSheet : public QDialog {
    Q_OBJECT
public:
    /// `forGood`: Delete permanently. `count` > 1: several keys, `name` is the first.
    DeleteSheet(const ApiKey &key, qsizetype count, bool forGood, int retentionDays, Instant now,
                QWidget *parent);

private:
    QPushButton *m_delete;
};

} // namespace latchkey::ui
