#include "ui/dialogs/risk_groups.h"

#include "core/model/futures.h"
#include "ui/theme/cell_text.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace latchkey::ui {

namespace {

ColorRole riskInk(KeyRisk risk) {
    return risk == KeyRisk::UsedInProduction ? ColorRole::RevokedText
           : risk == KeyRisk::Used           ? ColorRole::ExpiringText
                                             : ColorRole::Secondary;
}

QString riskIcon(KeyRisk risk) {
    return risk == KeyRisk::UsedInProduction || risk == KeyRisk::Used ? QStringLiteral("warning")
           : risk == KeyRisk::Production ? QStringLiteral("environment-production")
                                         : QStringLiteral("key");
}

} // namespace

QString riskSentence(KeyRisk risk, qint64 keys) {
    const auto n = static_cast<int>(keys);
    switch (risk) {
    case KeyRisk::UsedInProduction:
        return RiskGroups::tr("%Ln used in Production in the last 24 hours", nullptr, n);
    case KeyRisk::Used:
        return RiskGroups::tr("%Ln used elsewhere in the last 24 hours", nullptr, n);
    case KeyRisk::Production:
        return RiskGroups::tr("%Ln in Production, not used in the last 24 hours", nullptr, n);
    case KeyRisk::Other:
        return RiskGroups::tr("%Ln elsewhere, not used in the last 24 hours", nullptr, n);
    }
    return {};
}

RiskGroups::RiskGroups(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QGridLayout(this)) {
    setObjectName(QStringLiteral("riskGroups"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(10);
    m_rows->setVerticalSpacing(2);
    m_rows->setColumnStretch(1, 1);
    hide();
}

void RiskGroups::preview(VaultBackend &backend, const KeySummary &summary) {
    fill(summary, {});
    QList<KeyId> some;
    for (const KeySummary::Group &g : summary.byRisk)
        some += g.some;
    const int number = ++m_asked;
    backend.rows(some) | then(this, [this, summary, number](const Result<QList<ApiKey>> &rows) {
        if (!rows || number != m_asked)
            return;
        QHash<KeyId, QString> names;
        for (const ApiKey &k : *rows)
            names.insert(k.id, k.config.name);
        fill(summary, names);
    });
}

void RiskGroups::fill(const KeySummary &summary, const QHash<KeyId, QString> &names) {
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (std::size_t i = 0; i < summary.byRisk.size(); ++i) {
        const KeySummary::Group &group = summary.byRisk[i];
        if (group.keys == 0)
            continue;
        const auto risk = static_cast<KeyRisk>(i);
        auto *icon = new QLabel(this);
        icon->setPixmap(themedIcon(riskIcon(risk), riskInk(risk)).pixmap(16, 16));
        auto *what = new QLabel(riskSentence(risk, group.keys), this);
        QStringList shown;
        for (const KeyId &id : group.some) {
            if (names.contains(id))
                shown.append(breakable(names.value(id)));
        }
        // The same height before the names come, so that nothing jumps.
        auto *who =
            new QLabel(shown.isEmpty() ? QStringLiteral(" ") : shown.join(QStringLiteral(", ")), this);
        if (const qint64 more = group.keys - shown.size(); more > 0 && !shown.isEmpty())
            who->setText(
                tr("%1 and %Ln more", "names of keys, number", static_cast<int>(more)).arg(who->text()));
        who->setProperty("secondary", true);
        for (QLabel *l : {what, who}) {
            l->setWordWrap(true);
            l->setTextFormat(Qt::PlainText);
        }
        m_rows->addWidget(icon, row, 0, Qt::AlignTop);
        m_rows->addWidget(what, row++, 1);
        m_rows->addWidget(who, row++, 1);
        for (QLabel *l : {icon, what, who})
            l->show(); // at once: a layout counts no room for what is still hidden
    }
    setVisible(row > 0);
    // The sheet grows with it: what wraps needs its lines.
    QWidget *sheet = window();
    if (sheet == this || !sheet->layout())
        return;
    m_rows->activate();
    sheet->layout()->activate();
    const int wanted = sheet->layout()->totalHeightForWidth(sheet->width());
    if (wanted > sheet->height())
        sheet->resize(sheet->width(), wanted);
}

} // namespace latchkey::ui
