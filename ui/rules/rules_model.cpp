#include "ui/rules/rules_model.h"

#include "core/policy/rules.h"
#include "ui/format/words.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QLocale>

namespace latchkey::ui {

void RulesModel::set(const QList<GatewayRule> &rules) {
    m_coveredBy = policy::coveredBy(rules);
    if (rules.size() == m_rules.size()) { // the same rows, so that the selection stays
        m_rules = rules;
        if (!rules.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rules = rules;
    endResetModel();
}

QString RulesModel::coveredSentence() const {
    QStringList covered;
    for (qsizetype i = 0; i < m_coveredBy.size(); ++i) {
        if (m_coveredBy[i] >= 0)
            covered.append(tr("%1 (behind %2)", "number of a rule, number of another")
                               .arg(QLocale().toString(i + 1), QLocale().toString(m_coveredBy[i] + 1)));
    }
    return covered.isEmpty() ? QString()
                             : tr("Never reached, because a rule before it fits all its requests: %1.")
                                   .arg(QLocale().createSeparatedList(covered));
}

int RulesModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

int RulesModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RulesModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || index.row() >= m_rules.size())
        return {};
    const GatewayRule &r = m_rules[index.row()];
    if (role == Qt::FontRole && (index.column() == Methods || index.column() == Path))
        return tokenFont(QGuiApplication::font());
    const qsizetype by = m_coveredBy[index.row()];
    const QString never =
        by < 0 ? QString()
               : tr("Never reached: rule %1 fits all its requests.").arg(QLocale().toString(by + 1));
    if (role == Qt::AccessibleDescriptionRole)
        return never;
    if (role == Qt::ToolTipRole && by >= 0)
        return QString(data(index, Qt::DisplayRole).toString() + u'\n' + never);
    if (role == Qt::ForegroundRole && (index.column() == Place || by >= 0))
        return themeColor(ColorRole::Secondary, QGuiApplication::palette());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Place:
        return QLocale().toString(index.row() + 1);
    case Methods:
        return r.methods.isEmpty() ? tr("Any") : r.methods.join(QStringLiteral(", "));
    case Path:
        return r.path;
    case Needs:
        return r.scope.isEmpty() ? tr("Any valid key") : r.scope;
    case Where:
        return r.environment ? word(*r.environment) : tr("As the server says");
    case Kind:
        return r.type ? word(*r.type) : tr("Any");
    default:
        return {};
    }
}

QVariant RulesModel::headerData(int section, Qt::Orientation o, int role) const {
    if (o != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (section) {
    case Place:
        return tr("No.", "number of a rule");
    case Methods:
        return tr("Methods");
    case Path:
        return tr("Path");
    case Needs:
        return tr("Permission");
    case Where:
        return tr("Environment");
    default:
        return tr("Key type");
    }
}

} // namespace latchkey::ui
