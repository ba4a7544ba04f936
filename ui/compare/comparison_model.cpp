#include "ui/compare/comparison_model.h"

#include "ui/compare/compare_words.h"
#include "ui/format/service_words.h"
#include "ui/format/words.h"

#include <QGuiApplication>
#include <algorithm>

namespace latchkey::ui {

ComparisonModel::ComparisonModel(QObject *parent)
    : QAbstractTableModel(parent) {}

void ComparisonModel::setTitles(const QString &left, const QString &right) {
    m_leftTitle = left;
    m_rightTitle = right;
    setHeadings(left, right);
}

void ComparisonModel::setHeadings(const QString &left, const QString &right) {
    m_leftHeading = left;
    m_rightHeading = right;
    emit headerDataChanged(Qt::Horizontal, Left, Right);
}

void ComparisonModel::set(const ComparedKeys &left, const ComparedKeys &right, bool byEnvironment,
                          Instant now) {
    beginResetModel();
    m_left = left;
    m_right = right;
    m_now = now;
    m_pairs = compareKeys(left, right, byEnvironment, now);
    m_counts = {};
    for (const ComparedPair &p : std::as_const(m_pairs))
        ++m_counts[static_cast<std::size_t>(p.group())];
    show();
    endResetModel();
}

void ComparisonModel::clear() {
    set({}, {}, false, {});
}

void ComparisonModel::setFilter(const Filter &filter) {
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    show();
    endResetModel();
}

void ComparisonModel::sort(int column, Qt::SortOrder order) {
    beginResetModel();
    m_column = column;
    m_direction = order;
    show();
    endResetModel();
}

bool ComparisonModel::fits(const ComparedPair &p) const {
    if (m_filter.group && p.group() != *m_filter.group)
        return false;
    if (m_filter.differences && !(p.differences & m_filter.differences))
        return false;
    return m_filter.text.isEmpty() || nameOf(p).contains(m_filter.text, Qt::CaseInsensitive);
}

/// The pairs are by name; other orders are stable over that.
void ComparisonModel::show() {
    m_shown.clear();
    for (int i = 0; i < m_pairs.size(); ++i) {
        if (fits(m_pairs[i]))
            m_shown.append(i);
    }
    const auto weight = [this](int i) {
        const ComparedPair &p = m_pairs[i];
        const ApiKey *key = m_column == Left ? leftOf(p) : rightOf(p);
        if (m_column == What)
            return static_cast<int>(p.group()) * 1024 - static_cast<int>(p.differences);
        return key ? static_cast<int>(statusOf(*key, m_now)) : 1024;
    };
    if (m_column != Name)
        std::stable_sort(m_shown.begin(), m_shown.end(), [&](int a, int b) { return weight(a) < weight(b); });
    if (m_direction == Qt::DescendingOrder)
        std::reverse(m_shown.begin(), m_shown.end());
}

const ApiKey *ComparisonModel::leftOf(const ComparedPair &p) const {
    return p.left < 0 ? nullptr : &m_left.keys[p.left];
}

const ApiKey *ComparisonModel::rightOf(const ComparedPair &p) const {
    return p.right < 0 ? nullptr : &m_right.keys[p.right];
}

QString ComparisonModel::nameOf(const ComparedPair &p) const {
    return (p.left < 0 ? m_right.keys[p.right] : m_left.keys[p.left]).config.name;
}

const ComparedPair *ComparisonModel::at(int row) const {
    return row >= 0 && row < m_shown.size() ? &m_pairs[m_shown[row]] : nullptr;
}

const ApiKey *ComparisonModel::left(int row) const {
    const ComparedPair *p = at(row);
    return p ? leftOf(*p) : nullptr;
}

const ApiKey *ComparisonModel::right(int row) const {
    const ComparedPair *p = at(row);
    return p ? rightOf(*p) : nullptr;
}

QString ComparisonModel::name(int row) const {
    const ComparedPair *p = at(row);
    return p ? nameOf(*p) : QString();
}

int ComparisonModel::rowOf(KeyId left, KeyId right) const {
    const auto same = [](const ApiKey *key, const KeyId &id) { return key && !id.isNull() && key->id == id; };
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [&](int i) {
        return same(leftOf(m_pairs[i]), left) || same(rightOf(m_pairs[i]), right);
    });
    return found == m_shown.end() ? -1 : static_cast<int>(std::distance(m_shown.begin(), found));
}

int ComparisonModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ComparisonModel::side(const ApiKey *key, const Capabilities &can) const {
    if (!key)
        return tr("Not there");
    return can.deactivate ? ui::word(statusOf(*key, m_now)) : tr("There");
}

QStringList ComparisonModel::sideWords() {
    QStringList words{tr("Not there"), tr("There")};
    for (const KeyStatus s :
         {KeyStatus::Active, KeyStatus::Inactive, KeyStatus::Revoked, KeyStatus::Expired, KeyStatus::Damaged})
        words.append(ui::word(s));
    return words;
}

QString ComparisonModel::what(const ComparedPair &p) const {
    if (p.group() == MatchGroup::Different) {
        const QString text = differencesText(m_left.keys[p.left], m_right.keys[p.right], p.differences);
        return p.unknown ? tr("%1; permissions not known", "what two keys differ in").arg(text) : text;
    }
    return word(p.group(), m_leftTitle, m_rightTitle);
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const {
    const ComparedPair *p = index.isValid() ? at(index.row()) : nullptr;
    if (!p)
        return {};
    const bool missing = (index.column() == Left && p->left < 0) || (index.column() == Right && p->right < 0);
    if (role == Qt::ForegroundRole &&
        (missing || (index.column() == What && p->group() == MatchGroup::Equal)))
        return themeColor(ColorRole::Secondary, QGuiApplication::palette());
    if (role == Qt::AccessibleTextRole && (index.column() == Left || index.column() == Right))
        return QStringLiteral("%1: %2").arg(
            headerData(index.column(), Qt::Horizontal, Qt::ToolTipRole).toString(),
            data(index, Qt::DisplayRole).toString());
    if (role == Qt::ToolTipRole && index.column() == Name && p->often)
        return data(index, Qt::DisplayRole).toString() + u'\n' +
               tr("Several keys have this name: equal ones stand beside each other, then by age.");
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Name:
        return p->often ? tr("%1 · %2", "name, ID of a key")
                              .arg(nameOf(*p), shownId(*(p->left < 0 ? rightOf(*p) : leftOf(*p))))
                        : nameOf(*p);
    case Left:
        return side(leftOf(*p), m_left.can);
    case Right:
        return side(rightOf(*p), m_right.can);
    case What:
        return what(*p);
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation o, int role) const {
    if (o != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Left:
        return role == Qt::ToolTipRole ? m_leftTitle : m_leftHeading;
    case Right:
        return role == Qt::ToolTipRole ? m_rightTitle : m_rightHeading;
    default:
        return tr("What differs");
    }
}

} // namespace latchkey::ui
