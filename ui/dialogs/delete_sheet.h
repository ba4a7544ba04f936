#pragma once

#include "core/model/api_key.h"

#include <QDialog>
#include <utility>

class QLabel;
class QLineEdit;
class QPushButton;

namespace latchkey {
class VaultBackend;
}

namespace latchkey::ui {

class RiskGroups;

/// Asks before a delete. Cancel has the focus; Return never destroys. For good: the name is typed, and
/// Return after it goes on to the button, which still has to be pressed.
class DeleteSheet : public QDialog {
    Q_OBJECT
public:
    /// `forGood`: Delete permanently. `count` > 1: several keys, `name` is the first.
    /// `service`: whose keys they are, where not the vault's own. `connection`: whose, where there are
    /// several.
    DeleteSheet(const ApiKey &key, qsizetype count, bool forGood, int retentionDays, Instant now,
                QWidget *parent, const QString &service = {}, const QString &connection = {});
    /// Of several: what they are, the riskiest first.
    void showRisks(VaultBackend &backend, const QList<KeyId> &keys, Instant now);
    /// Keys that were selected and are not deleted with the others, because there is no way back for them:
    /// how many of which connection. `blocked`: those that can't be deleted now, and why.
    void showLeftOut(const QList<std::pair<QString, qsizetype>> &connections,
                     const QList<std::pair<QString, qsizetype>> &blocked);

private:
    RiskGroups *m_risks;
    QLabel *m_leftOut;
    QPushButton *m_delete;
};

} // namespace latchkey::ui
