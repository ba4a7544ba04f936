#pragma once

#include "core/model/key_filter.h"

#include <QWidget>

namespace latchkey::ui {

class FlowLayout;

/// One removable chip for each condition of the search, by mouse and keyboard.
class FilterChips : public QWidget {
    Q_OBJECT
public:
    explicit FilterChips(QWidget *parent = nullptr);
    void setFilter(const KeyFilter &filter, const QList<FilterProblem> &problems);
    /// "Status: Active", "Last used: over 90 days ago".
    static QString text(const FilterTerm &term);

signals:
    void saveRequested();
    void removed(const latchkey::FilterTerm &term);
    void corrected(const latchkey::FilterProblem &problem); ///< by its nearest field

private:
    FlowLayout *m_row;
};

} // namespace latchkey::ui
