#include "ui/dialogs/create/summary_panel.h"

#include "ui/dialogs/create/summary.h"
#include "ui/format/words.h"
#include "ui/theme/cell_text.h"

#include <QLabel>
#include <QPushButton>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

/// A risk and the way to its field. A sentence that is too long for a line wraps; a very long one is whole in
/// the tool tip.
class RiskButton final : public QPushButton {
public:
    using QPushButton::QPushButton;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override {
        const auto more = static_cast<int>(linesAt(width).size()) - 1;
        return sizeHint().height() + more * fontMetrics().lineSpacing();
    }

protected:
    void paintEvent(QPaintEvent *) override {
        QStyleOptionButton o;
        initStyleOption(&o);
        const QStringList lines = linesAt(width());
        int widest = sizeHint().width() - fontMetrics().horizontalAdvance(text());
        o.text = lines.join(u'\n');
        widest += fontMetrics().size(0, o.text).width();
        if (lines.size() > 1) // the lines begin where those of the others do
            o.rect = QStyle::visualRect(o.direction, rect(), QRect(0, 0, qMin(width(), widest), height()));
        QStylePainter(this).drawControl(QStyle::CE_PushButton, o);
    }

private:
    [[nodiscard]] QStringList linesAt(int width) const {
        constexpr int Most = 4;
        const int whole = sizeHint().width(), around = whole - fontMetrics().horizontalAdvance(text());
        return width >= whole ? QStringList{text()} : wrappedLines(text(), font(), width - around, Most);
    }
};

} // namespace

SummaryPanel::SummaryPanel(Catalogue catalogue, const QTimeZone &zone, QWidget *parent)
    : QFrame(parent)
    , m_catalogue(std::move(catalogue))
    , m_zone(zone)
    , m_text(new QLabel(this))
    , m_riskTitle(new QLabel(tr("Worth a look"), this))
    , m_risks(new QVBoxLayout) {
    auto *title = new QLabel(tr("Summary"), this);
    title->setProperty("section", true);
    m_riskTitle->setProperty("section", true);
    m_riskTitle->hide(); // until there is a risk
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAccessibleName(tr("Summary"));
    m_risks->setSpacing(0);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(20, 20, 20, 20);
    box->setSpacing(8);
    box->addWidget(title);
    box->addWidget(m_text);
    box->addSpacing(12);
    box->addWidget(m_riskTitle);
    box->addLayout(m_risks);
    box->addStretch(1);
}

QString SummaryPanel::text() const {
    return m_text->text();
}

void SummaryPanel::show(const KeyConfig &config, bool environmentChosen, QList<RiskLine> risks,
                        bool fullAccess) {
    m_text->setText(m_can.ownTokens ? summaryText(config, environmentChosen, m_catalogue, m_zone)
                                    : serviceSummary(config, fullAccess, m_catalogue, m_can));
    risks.removeIf([this](const RiskLine &r) {
        return (r.field == QLatin1StringView("expires") && !m_can.expiry) ||
               (r.field == QLatin1StringView("allowedIps") && !m_can.allowedIps) ||
               (r.field == QLatin1StringView("customers") && !m_can.customers) ||
               (r.field.startsWith(QLatin1StringView("limits")) && !m_can.rateLimits);
    });
    const QList<Line> lines = linesOf(risks, fullAccess);
    m_riskTitle->setVisible(!lines.isEmpty());
    if (lines != m_shown || m_risks->isEmpty())
        fillRisks(lines);
    m_shown = lines;
}

/// A service has far more permissions than a vault, and ids for their names: what can be deleted stands in
/// one line, by the areas.
QList<SummaryPanel::Line> SummaryPanel::linesOf(const QList<RiskLine> &risks, bool fullAccess) const {
    QList<Line> lines;
    const QString access = fullAccess ? QStringLiteral("type") : QStringLiteral("scopes");
    if (fullAccess)
        lines.append(
            {tr("Full Access: all parts of the account, excluding billing and Email Address Validation."),
             access});
    QList<Scope> deletes;
    for (const RiskLine &r : risks) {
        if (!m_can.ownTokens && r.risk == Risk::CanDelete)
            deletes.append(r.scope);
        else if (!fullAccess || r.risk != Risk::FullAccess)
            lines.append({sentence(r, m_catalogue), r.field});
    }
    if (!deletes.isEmpty())
        lines.insert(fullAccess ? 1 : 0, {deletesIn(deletes), access});
    return lines;
}

/// "Can delete in 3 areas: Alerts, API Keys, Teammates"
QString SummaryPanel::deletesIn(const QList<Scope> &scopes) const {
    constexpr qsizetype most = 20; // more are not read
    QStringList areas;
    for (const Scope &s : scopes) {
        const ResourceInfo *area = m_catalogue.resource(s.resource());
        const QString name = area ? area->name : m_catalogue.nameOf(s);
        if (!areas.contains(name))
            areas.append(name);
    }
    const auto n = static_cast<int>(areas.size());
    if (n > most)
        areas = areas.mid(0, most) << QStringLiteral("…");
    return tr("Can delete in %Ln areas: %1", nullptr, n).arg(areas.join(QStringLiteral(", ")));
}

void SummaryPanel::fillRisks(const QList<Line> &lines) {
    while (QLayoutItem *item = m_risks->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const auto &[text, field] : lines) {
        auto *line =
            new RiskButton(themedIcon(QStringLiteral("warning"), ColorRole::ExpiringText), text, this);
        line->setProperty("link", true);
        line->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // may be narrower than its text
        line->setAutoDefault(false);
        line->setCursor(Qt::PointingHandCursor);
        line->setToolTip(text + u'\n' + tr("Go to this field"));
        line->setAccessibleDescription(tr("Go to this field"));
        connect(line, &QPushButton::clicked, this, [this, wanted = field] { emit fieldWanted(wanted); });
        m_risks->addWidget(line, 0, Qt::AlignLeading);
    }
}

} // namespace latchkey::ui
