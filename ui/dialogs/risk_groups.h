#pragma once

#include "core/backend/vault_backend.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QGridLayout;

namespace latchkey::ui {

/// What a step that stops many keys would hit, the riskiest first: how many of each kind, and some by name.
class RiskGroups : public QWidget {
    Q_OBJECT
public:
    explicit RiskGroups(QWidget *parent = nullptr);
    /// Names are asked for; they come a moment later.
    void preview(VaultBackend &backend, const KeySummary &summary);

private:
    struct Line {
        QString icon;
        ColorRole ink;
        QString text;
        KeySummary::Group group;
    };
    [[nodiscard]] QList<Line> linesOf(const VaultBackend &backend, const KeySummary &summary) const;
    void fill(const QList<Line> &lines, const QHash<KeyId, QString> &names);
    QGridLayout *m_rows;
    int m_asked = 0;
};

/// "Used in Production in the last 24 hours", of so many keys.
QString riskSentence(KeyRisk risk, qint64 keys);
/// The same where a service (SendGrid) doesn't say when its keys were last used.
QString unreportedSentence(bool production, qint64 keys, const QString &service);

} // namespace latchkey::ui
