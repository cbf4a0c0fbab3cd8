import type { Council } from '../../../shapes/person/council.store.ts'
import { importPaths } from '../imports.paths.ts'
import type { FormFault } from '../new-import.form.ts'

interface NewImportFacts {
  council: Pick<Council, 'isMadeUp'>
  csrf?: string
  year?: string
  faults?: FormFault[]
}

export function presentNewImport({ council, year = '', faults = [] }: NewImportFacts) {
  const faultOf = (field: FormFault['field']) => {
    const fault = faults.find((each) => each.field === field)
    return fault === undefined ? undefined : { text: fault.message }
  }
  return {
    title: 'Take files in',
    page: {
      isNarrow: true,
      back: { href: importPaths.list(), text: 'Files taken in' },
      errors: faults.map(({ field, message }) => ({ text: message, href: `#${field}` })),
    },
    sentence: 'Choose the files of a year’s return, and see what they would change before anything does.',
    action: importPaths.list(),
    warning: council.isMadeUp ? 'This council is made up. Never choose a real council’s files here.' : '',
    filesInput: {
      id: 'files',
      name: 'files',
      chooseFilesButtonText: 'Choose files',
      dropInstructionText: 'or drop them here',
      noFileChosenText: 'No file chosen yet',
      multipleFilesChosenText: { one: '%{count} file chosen', other: '%{count} files chosen' },
      multiple: true,
      attributes: { multiple: 'multiple', accept: '.csv,.gz,.txt' },
      label: { text: 'Files', classes: 'govuk-label--m' },
      hint: {
        text: 'All the tables together: one year, or several years at once. Up to 40 files of 60 megabytes each.',
      },
      errorMessage: faultOf('files'),
    },
    yearInput: {
      id: 'year',
      name: 'year',
      value: year,
      classes: 'govuk-input--width-4',
      inputmode: 'numeric',
      label: { text: 'Year, only if the dates in the files do not tell it', classes: 'govuk-label--s' },
      hint: {
        text: 'The year in which the return ends: 2026 for 1 April 2025 to 31 March 2026. Kept reads it from the dates otherwise.',
      },
      errorMessage: faultOf('year'),
    },
    button: { text: 'Check these files', preventDoubleClick: true },
  }
}
