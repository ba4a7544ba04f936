#pragma once

#include "core/model/gateway_rule.h"

#include <QAbstractTableModel>

namespace latchkey::ui {

/// Rules in their order, in words. GUI thread.
class RulesModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Place, Methods, Path, Needs, Where, Kind, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void set(const QList<GatewayRule> &rules);
    [[nodiscard]] const QList<GatewayRule> &rules() const { return m_rules; }
    /// Which of them are never reached, and why; empty: each may be.
    [[nodiscard]] QString coveredSentence() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation o, int role) const override;

private:
    QList<GatewayRule> m_rules;
    QList<qsizetype> m_coveredBy; ///< by rule: the earlier one that fits all its requests; -1: none
};

} // namespace latchkey::ui
