#pragma once

#include "core/backend/vault_backend.h"
#include "core/model/validation.h"

#include <QFrame>
#include <QTimeZone>

class QLabel;
class QVBoxLayout;

namespace latchkey::ui {

/// The live summary beside the form, with risk lines that lead to their fields.
class SummaryPanel : public QFrame {
    Q_OBJECT
public:
    SummaryPanel(Catalogue catalogue, const QTimeZone &zone, QWidget *parent = nullptr);
    /// What the keys can have at all; risks of what they can't have are not told.
    void setCapabilities(const Capabilities &can) { m_can = can; }
    void show(const KeyConfig &config, bool environmentChosen, QList<RiskLine> risks,
              bool fullAccess = false);
    [[nodiscard]] QString text() const;

signals:
    void fieldWanted(const QString &field);

private:
    struct Line {
        QString text, field;
        bool operator==(const Line &) const = default;
    };
    [[nodiscard]] QList<Line> linesOf(const QList<RiskLine> &risks, bool fullAccess) const;
    [[nodiscard]] QString deletesIn(const QList<Scope> &scopes) const;
    void fillRisks(const QList<Line> &lines);
    Catalogue m_catalogue;
    QTimeZone m_zone;
    Capabilities m_can;
    QLabel *m_text;
    QLabel *m_riskTitle;
    QVBoxLayout *m_risks;
    QList<Line> m_shown;
};

} // namespace latchkey::ui
