#include "ui/keys/filter_chips.h"

#include "ui/feedback/search_problems.h"
#include "ui/format/words.h"
#include "ui/theme/flow_layout.h"

#include <QPushButton>

namespace latchkey::ui {

FilterChips::FilterChips(QWidget *parent)
    : QWidget(parent)
    , m_row(new FlowLayout(this)) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(6);
    hide();
}

QString FilterChips::text(const FilterTerm &t) {
    const auto field = [&]() -> QString {
        switch (t.field) {
        case FilterTerm::Field::Status:
            return tr("Status");
        case FilterTerm::Field::Environment:
            return tr("Environment");
        case FilterTerm::Field::Type:
            return tr("Type");
        case FilterTerm::Field::Permission:
            return tr("Permission");
        case FilterTerm::Field::Customer:
            return tr("Customer");
        case FilterTerm::Field::Tag:
            return tr("Tag");
        case FilterTerm::Field::Owner:
            return tr("Owner");
        case FilterTerm::Field::Created:
            return tr("Created");
        case FilterTerm::Field::LastUsed:
            return tr("Last used");
        case FilterTerm::Field::Expires:
            return tr("Expires");
        case FilterTerm::Field::Id:
            return tr("ID");
        case FilterTerm::Field::Limit:
            return tr("Rate limit");
        case FilterTerm::Field::Ip:
            return tr("IP");
        case FilterTerm::Field::Name:
            return tr("Name");
        }
        return {};
    };
    const auto value = [&]() -> QString {
        if (t.op == FilterTerm::Op::Never)
            return t.field == FilterTerm::Field::Limit ? tr("none") : tr("never");
        if (t.op != FilterTerm::Op::Is) {
            const QString amount = formatTerm(t).section(u':', 1).mid(1);
            return t.op == FilterTerm::Op::OlderThan ? tr("more than %1", "90d").arg(amount)
                                                     : tr("within %1", "14d").arg(amount);
        }
        if (const auto s = keyStatusFromWord(t.value); s && t.field == FilterTerm::Field::Status)
            return word(*s);
        if (const auto e = environmentFromWord(t.value); e && t.field == FilterTerm::Field::Environment)
            return word(*e);
        if (t.field == FilterTerm::Field::Environment && t.value == NoEnvironment)
            return tr("none");
        if (const auto k = keyTypeFromWord(t.value); k && t.field == FilterTerm::Field::Type)
            return word(*k);
        return t.value;
    };
    return (t.negated ? tr("Not %1: %2", "field: value") : tr("%1: %2", "field: value"))
        .arg(field(), value());
}

void FilterChips::setFilter(const KeyFilter &filter, const QList<FilterProblem> &problems) {
    while (QLayoutItem *item = m_row->takeAt(0)) {
        if (QWidget *w = item->widget()) {
            w->hide();
            w->deleteLater();
        }
        delete item;
    }
    for (const FilterTerm &t : filter.terms) {
        auto *chip = new QPushButton(text(t), this);
        chip->setIcon(themedIcon(QStringLiteral("close"), ColorRole::Secondary));
        chip->setLayoutDirection(layoutDirection() == Qt::LeftToRight
                                     ? Qt::RightToLeft
                                     : Qt::LeftToRight); // the cross stands behind
        chip->setToolTip(tr("Remove this filter"));
        chip->setAccessibleName(tr("Remove filter %1").arg(text(t)));
        connect(chip, &QPushButton::clicked, this, [this, t] { emit removed(t); });
        m_row->addWidget(chip);
    }
    if (!filter.terms.isEmpty()) {
        auto *save = new QPushButton(tr("Save…"), this);
        save->setProperty("link", true);
        save->setToolTip(tr("Gives this filter a name and a place in the sidebar"));
        save->setAccessibleName(tr("Save this filter"));
        connect(save, &QPushButton::clicked, this, &FilterChips::saveRequested);
        m_row->addWidget(save);
    }
    const auto notes =
        SearchProblems::make(problems, this, [this](const FilterProblem &p) { emit corrected(p); });
    for (QWidget *note : notes)
        m_row->addWidget(note);
    setVisible(!filter.terms.isEmpty() || !problems.isEmpty());
}

} // namespace latchkey::ui
