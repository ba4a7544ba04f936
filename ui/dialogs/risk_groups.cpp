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
           : risk == KeyRisk::Production || risk == KeyRisk::ProductionUnknown
               ? QStringLiteral("environment-production")
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
    case KeyRisk::ProductionUnknown:
        return RiskGroups::tr("%Ln in Production: no request was reported to the vault in the last 24 hours",
                              nullptr, n);
    case KeyRisk::OtherUnknown:
        return RiskGroups::tr("%Ln elsewhere: no request was reported to the vault in the last 24 hours",
                              nullptr, n);
    }
    return {};
}

QString unreportedSentence(bool production, qint64 keys, const QString &service) {
    const auto n = static_cast<int>(keys);
    return (production ? RiskGroups::tr("%Ln in Production: last use not reported by %1", nullptr, n)
                       : RiskGroups::tr("%Ln: last use not reported by %1", nullptr, n))
        .arg(service);
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

QList<RiskGroups::Line> RiskGroups::linesOf(const VaultBackend &backend, const KeySummary &summary) const {
    QList<Line> used, unused, unknown;
    for (std::size_t i = 0; i < summary.byRisk.size(); ++i) {
        const auto risk = static_cast<KeyRisk>(i);
        const KeySummary::Group &group = summary.byRisk[i];
        QList<Line> &lines = risk == KeyRisk::UsedInProduction || risk == KeyRisk::Used ? used
                             : risk == KeyRisk::Production || risk == KeyRisk::Other    ? unused
                                                                                        : unknown;
        lines.append({riskIcon(risk), riskInk(risk), riskSentence(risk, group.keys), group});
    }
    for (std::size_t i = 0; i < summary.unreported.size(); ++i) {
        const KeySummary::Group &group = summary.unreported[i];
        const KeyRisk like = i == 0 ? KeyRisk::Production : KeyRisk::Other;
        const QString service =
            group.some.isEmpty() ? QString() : backend.homeOf(group.some.first()).capabilities().service;
        unknown.append(
            {riskIcon(like), riskInk(like), unreportedSentence(i == 0, group.keys, service), group});
    }
    QList<Line> lines = used + unknown + unused; // who may be in use stands before who is not
    lines.removeIf([](const Line &line) { return line.group.keys == 0; });
    return lines;
}

void RiskGroups::preview(VaultBackend &backend, const KeySummary &summary) {
    const QList<Line> lines = linesOf(backend, summary);
    fill(lines, {});
    QList<KeyId> some;
    for (const Line &line : lines)
        some += line.group.some;
    const int number = ++m_asked;
    backend.rows(some) | then(this, [this, lines, number](const Result<QList<ApiKey>> &rows) {
        if (!rows || number != m_asked)
            return;
        QHash<KeyId, QString> names;
        for (const ApiKey &k : *rows)
            names.insert(k.id, k.config.name);
        fill(lines, names);
    });
}

void RiskGroups::fill(const QList<Line> &lines, const QHash<KeyId, QString> &names) {
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const Line &line : lines) {
        const KeySummary::Group &group = line.group;
        auto *icon = new QLabel(this);
        icon->setPixmap(themedIcon(line.icon, line.ink).pixmap(16, 16));
        auto *what = new QLabel(line.text, this);
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
