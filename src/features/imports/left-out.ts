/** Said of a child whom the record has in care when the year begins, and whom no row of the return names. */
export const LEFT_OUT =
  'This child was in our care when the year began, and no row of this return says so. Their record stays as it is: check whether they were left out.'
