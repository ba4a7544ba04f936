#pragma once

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
    void show(const KeyConfig &config, bool environmentChosen, const QList<RiskLine> &risks);
    [[nodiscard]] QString text() const;

signals:
    void fieldWanted(const QString &field);

private:
    void fillRisks(const QList<RiskLine> &risks);
    Catalogue m_catalogue;
    QTimeZone m_zone;
    QLabel *m_text;
    QLabel *m_riskTitle;
    QVBoxLayout *m_risks;
    QList<RiskLine> m_shown;
};

} // namespace latchkey::ui
