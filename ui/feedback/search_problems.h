#pragma once

#include "core/model/key_filter.h"

#include <QCoreApplication>
#include <functional>

class QWidget;

namespace latchkey::ui {

/// What is wrong with a search, under its box: a sentence for each, and a button where a field is meant that
/// is written nearly so.
class SearchProblems {
    Q_DECLARE_TR_FUNCTIONS(latchkey::ui::SearchProblems)
public:
    static QList<QWidget *> make(const QList<FilterProblem> &problems, QWidget *parent,
                                 const std::function<void(const FilterProblem &)> &correct);
};

} // namespace latchkey::ui
