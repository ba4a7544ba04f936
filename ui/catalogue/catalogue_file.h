#pragma once

#include "core/model/catalogue.h"

#include <QDialog>

namespace latchkey::ui {

/// Reads a catalogue from a file, and never more of it than a catalogue may have. Nothing is changed.
Result<Catalogue> readCatalogueFile(const QString &path);
Outcome writeCatalogueFile(const QString &path, const Catalogue &catalogue);

/// Says where a file is wrong, line by line.
class ImportProblems final : public QDialog {
    Q_OBJECT
public:
    ImportProblems(const QString &path, const Error &error, QWidget *parent);
};

} // namespace latchkey::ui
